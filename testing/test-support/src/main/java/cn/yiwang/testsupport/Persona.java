package cn.yiwang.testsupport;

import static cn.yiwang.starter.identity.Role.APPLICANT;

import cn.yiwang.starter.identity.Role;
import java.util.Locale;

/** The people that tests act as: the same as the demo people of the local stack. Persons and numbers are invented. */
public enum Persona {
    AGENT,
    OTHER_AGENT,
    CITIZEN,
    WINDOW_CLERK,
    REVIEWER,
    SECOND_REVIEWER,
    FOREIGN_CLERK,
    APPROVER,
    CATALOG_EDITOR,
    CATALOG_PUBLISHER,
    CERTIFICATE_OFFICER,
    HOTLINE_AGENT,
    DISPATCHER,
    CASE_HANDLER,
    CALLBACK_AGENT,
    SUPERVISOR,
    DATA_STEWARD,
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDITOR,
    PARTNER_TAX,
    PARTNER_HEALTH;

    /** 郴州市市场监督管理局. */
    public static final String LEAD_BODY = "11431000MB1938148M";

    /** A fictitious body of the same city, which reviews beside the lead. */
    public static final String SECOND_BODY = "11431000MBEX00021B";

    /** A fictitious body of another city. */
    public static final String FOREIGN_BODY = "11430700MBEX00044E";

    public static final String CHENZHOU = "431000";

    public static final String CHANGDE = "430700";

    public static final String COMPANY = "91431000MA4YWT0E1N";

    public static final String OTHER_COMPANY = "91430100MA4YWT0E2J";

    /** The token of this persona, to be changed further or signed. */
    public Tokens token() {
        return switch (this) {
            case AGENT ->
                Tokens.organization("agent", COMPANY, "郴州安康大药房有限公司（示例）")
                        .named("李安康（示例）")
                        .idNumber("431002198506152010")
                        .roles(APPLICANT);
            case OTHER_AGENT ->
                Tokens.organization("other-agent", OTHER_COMPANY, "长沙某某（示例）")
                        .named("陈某某（示例）")
                        .idNumber("430102198803152038")
                        .roles(APPLICANT);
            case CITIZEN ->
                Tokens.person("citizen")
                        .named("王小明（示例）")
                        .idNumber("431002199001013028")
                        .roles(APPLICANT);
            case SECOND_REVIEWER -> staff(SECOND_BODY, CHENZHOU).roles(Role.REVIEWER);
            case FOREIGN_CLERK -> staff(FOREIGN_BODY, CHANGDE).roles(Role.WINDOW_CLERK);
            case PARTNER_TAX, PARTNER_HEALTH ->
                Tokens.system(login(), "exchange.subscribe").named(login());
            case WINDOW_CLERK,
                    REVIEWER,
                    APPROVER,
                    CATALOG_EDITOR,
                    CATALOG_PUBLISHER,
                    CERTIFICATE_OFFICER,
                    HOTLINE_AGENT,
                    DISPATCHER,
                    CASE_HANDLER,
                    CALLBACK_AGENT,
                    SUPERVISOR,
                    DATA_STEWARD,
                    SYSTEM_ADMIN,
                    SECURITY_ADMIN,
                    AUDITOR -> staff(LEAD_BODY, CHENZHOU).roles(Role.valueOf(name()));
        };
    }

    /** The name with which the person logs in. */
    public String login() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Tokens staff(String department, String division) {
        return Tokens.staff(login()).department(department).division(division);
    }
}
