package cn.yiwang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.certificate.certificate.CertificateProblem;
import cn.yiwang.certificate.certificate.PublicStatus;
import cn.yiwang.certificate.holder.Holder;
import cn.yiwang.certificate.holder.HolderText;
import cn.yiwang.certificate.type.KnownType;
import cn.yiwang.certificate.type.NumberRequest;
import cn.yiwang.certificate.type.NumberRule;
import cn.yiwang.testsupport.ArchitectureRules;
import cn.yiwang.testsupport.Contracts;
import cn.yiwang.testsupport.OpenApiContract;
import cn.yiwang.testsupport.ProblemTexts;
import cn.yiwang.testsupport.RoutesWithoutToken;
import cn.yiwang.testsupport.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class CertificateServiceTest {

    @Autowired
    MockMvc mockMvc;

    @Test
    void only_verification_needs_no_token(@Autowired ApplicationContext context) {
        RoutesWithoutToken.check(context, "GET /api/v1/certificate-verifications/{identifier}");
    }

    @Test
    void the_house_rules_hold() throws ClassNotFoundException {
        ArchitectureRules.check(
                "cn.yiwang.certificate",
                NumberRule.class,
                NumberRequest.class,
                KnownType.class,
                Holder.class,
                PublicStatus.class,
                Class.forName("cn.yiwang.certificate.certificate.Certificate"),
                Class.forName("cn.yiwang.certificate.certificate.CertificateLifecycle"),
                Class.forName("cn.yiwang.certificate.certificate.CertificateEvent"),
                Class.forName("cn.yiwang.certificate.certificate.CanonicalMetadata"),
                Class.forName("cn.yiwang.certificate.signature.Sm2"));
    }

    @Test
    void every_problem_is_explained() {
        ProblemTexts.check(CertificateProblem.class);
    }

    @Test
    void the_committed_api_document_is_what_is_served() {
        OpenApiContract.check(mockMvc, "certificate");
    }

    @Test
    void examples_fit_their_schemas(@Autowired Environment environment) {
        for (String type : new String[] {"requested", "issued", "revoked"}) {
            Contracts.checkEvent(
                    "certificate", Contracts.example("certificate", "cn.yiwang.certificate." + type + ".v1"));
        }
        Contracts.checkEvent("certificate", Wish.ofPerson(environment).json());
        String holder = Contracts.text("certificate/examples/sealed-holder.json");
        Contracts.check(
                "certificate/sealed-holder.schema.json", JsonMapper.shared().readTree(holder));
        assertThat(HolderText.read(holder).code()).isEqualTo("91431000MA4YWT0E1N");
    }
}
