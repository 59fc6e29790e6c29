package cn.yiwang.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.yiwang.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_circles =
            slices().matching("cn.yiwang.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_gateway_knows_no_service_and_no_servlet = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cn.yiwang.starter..",
                    "cn.yiwang.catalog..",
                    "cn.yiwang.application..",
                    "cn.yiwang.certificate..",
                    "cn.yiwang.complaint..",
                    "cn.yiwang.exchange..",
                    "jakarta.servlet..",
                    "com.fasterxml.jackson.databind..");
}
