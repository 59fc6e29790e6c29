package cn.yiwang.localstack.identity;

import cn.yiwang.localstack.identity.DemoPerson.SubjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The cast of the demo. Everybody is fictitious (示例); only the first body's code is a real one. */
final class DemoPeople {

    private static final String CHENZHOU = "431000";
    private static final String CHANGDE = "430700";
    private static final String CHENZHOU_MARKET = "11431000MB1938148M";
    private static final String CHENZHOU_HOUSING = "11431000MBEX00021B";
    private static final String CHANGDE_MARKET = "11430700MBEX00044E";

    static final List<DemoPerson> ALL = List.of(
            agent("agent", "李安康（示例）", "431002198506152010", "91431000MA4YWT0E1N", "郴州安康大药房有限公司（示例）"),
            agent("other-agent", "陈某某（示例）", "430102198803152038", "91430100MA4YWT0E2J", "长沙某某（示例）"),
            new DemoPerson(
                    "citizen",
                    "王小明（示例）",
                    SubjectType.PERSON,
                    "431002199001013028",
                    null,
                    null,
                    null,
                    null,
                    List.of("applicant"),
                    3),
            staff("window-clerk", "周窗口（示例）", CHENZHOU_MARKET, CHENZHOU, "window_clerk"),
            staff("reviewer", "吴审查（示例）", CHENZHOU_MARKET, CHENZHOU, "reviewer"),
            staff("second-reviewer", "郑联审（示例）", CHENZHOU_HOUSING, CHENZHOU, "reviewer"),
            staff("foreign-clerk", "冯外地（示例）", CHANGDE_MARKET, CHANGDE, "window_clerk"),
            staff("approver", "孙批准（示例）", CHENZHOU_MARKET, CHENZHOU, "approver"),
            staff("catalog-editor", "钱编目（示例）", CHENZHOU_MARKET, CHENZHOU, "catalog_editor"),
            staff("catalog-publisher", "赵发布（示例）", CHENZHOU_MARKET, CHENZHOU, "catalog_publisher"),
            staff("certificate-officer", "何证照（示例）", CHENZHOU_MARKET, CHENZHOU, "certificate_officer"),
            staff("hotline-agent", "许话务（示例）", CHENZHOU_MARKET, CHENZHOU, "hotline_agent"),
            staff("dispatcher", "沈派单（示例）", CHENZHOU_MARKET, CHENZHOU, "dispatcher"),
            staff("case-handler", "韩承办（示例）", CHENZHOU_MARKET, CHENZHOU, "case_handler"),
            staff("callback-agent", "杨回访（示例）", CHENZHOU_MARKET, CHENZHOU, "callback_agent"),
            staff("supervisor", "朱督办（示例）", CHENZHOU_MARKET, CHENZHOU, "supervisor"),
            staff("data-steward", "秦数据（示例）", CHENZHOU_MARKET, CHENZHOU, "data_steward"),
            staff("system-admin", "尤系统（示例）", CHENZHOU_MARKET, CHENZHOU, "system_admin"),
            staff("security-admin", "施安全（示例）", CHENZHOU_MARKET, CHENZHOU, "security_admin"),
            staff("auditor", "张审计（示例）", CHENZHOU_MARKET, CHENZHOU, "auditor"));

    static final SequencedMap<String, DemoPerson> BY_LOGIN = byLogin();

    private DemoPeople() {}

    private static DemoPerson agent(String login, String name, String idNumber, String company, String companyName) {
        return new DemoPerson(
                login,
                name,
                SubjectType.ORGANIZATION,
                idNumber,
                company,
                companyName,
                null,
                null,
                List.of("applicant"),
                3);
    }

    private static DemoPerson staff(String login, String name, String department, String division, String role) {
        return new DemoPerson(login, name, SubjectType.STAFF, null, null, null, department, division, List.of(role), 4);
    }

    private static SequencedMap<String, DemoPerson> byLogin() {
        Map<String, DemoPerson> people = LinkedHashMap.newLinkedHashMap(ALL.size());
        ALL.forEach(person -> people.put(person.login(), person));
        return new LinkedHashMap<>(people);
    }
}
