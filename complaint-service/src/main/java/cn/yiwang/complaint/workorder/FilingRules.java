package cn.yiwang.complaint.workorder;

import cn.yiwang.complaint.lifecycle.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a filing of each kind has to say.
 *
 * <p>A complaint names the complainant with phone and address, the respondent, and the claim (市场监督管理投诉举报处理暂行办法, Article 9). A report
 * may be anonymous. Whoever wants an answer leaves a phone number.
 */
final class FilingRules {

    private FilingRules() {}

    /** The JSON pointers of what is missing; empty when the filing is complete. */
    static List<String> missing(Kind kind, Matter matter, boolean replyWanted) {
        List<String> missing = new ArrayList<>();
        Matter.Contact contact = matter.contact();
        if (contact == null && (kind == Kind.COMPLAINT || replyWanted)) {
            missing.add("/contact");
        }
        if (kind == Kind.COMPLAINT) {
            if (contact != null && contact.address() == null) {
                missing.add("/contact/address");
            }
            if (matter.claim() == null) {
                missing.add("/claim");
            }
        }
        if ((kind == Kind.COMPLAINT || kind == Kind.REPORT) && matter.respondent() == null) {
            missing.add("/respondent");
        }
        return List.copyOf(missing);
    }
}
