package cn.yiwang.catalog.rule;

import cn.yiwang.catalog.guide.Contacts;
import cn.yiwang.catalog.guide.Contacts.Contact;
import cn.yiwang.catalog.guide.Contacts.Way;
import cn.yiwang.catalog.guide.Handling.Channel;
import cn.yiwang.catalog.guide.ServicePoint.OpeningHours;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules about whom to ask, where to go and where to appeal. */
final class ContactRules {

    /** An area code and a number; 12345 is a number too. */
    private static final String PHONE = "0\\d{2,3}-\\d{5,8}(-\\d{1,6})?";

    private ContactRules() {}

    static @Nullable Objection contactsAreNamed(ProposedVersion version) {
        var contacts = version.guide().contacts();
        return contacts == null
                        || contacts.consultation().isEmpty()
                        || contacts.complaint().isEmpty()
                ? Objection.at("/guide/contacts")
                : null;
    }

    static @Nullable Objection phonesDiffer(ProposedVersion version) {
        var contacts = version.guide().contacts();
        if (contacts == null) {
            return null;
        }
        var asked = phones(contacts.consultation());
        return phones(contacts.complaint()).stream()
                .filter(asked::contains)
                .findFirst()
                .map(phone -> Objection.at("/guide/contacts/complaint", phone))
                .orElse(null);
    }

    private static List<String> phones(List<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.way() == Way.PHONE)
                .map(Contact::value)
                .toList();
    }

    static List<Objection> phonesHaveAreaCodes(ProposedVersion version) {
        var objections = new ArrayList<Objection>();
        Contacts contacts = version.guide().contacts();
        if (contacts != null) {
            withoutAreaCode(objections, "/guide/contacts/consultation/", contacts.consultation());
            withoutAreaCode(objections, "/guide/contacts/complaint/", contacts.complaint());
        }
        return objections;
    }

    private static void withoutAreaCode(List<Objection> objections, String place, List<Contact> contacts) {
        for (int i = 0; i < contacts.size(); i++) {
            var contact = contacts.get(i);
            if (contact.way() == Way.PHONE && !contact.value().matches(PHONE)) {
                objections.add(Objection.at(place + i + "/value", contact.value()));
            }
        }
    }

    static @Nullable Objection remediesAreNamed(ProposedVersion version) {
        var remedies = version.guide().remedies();
        return remedies == null || remedies.review() == null || remedies.litigation() == null
                ? Objection.at("/guide/remedies")
                : null;
    }

    /** Whoever has to come needs to know where to. */
    static @Nullable Objection placesAreNamed(ProposedVersion version) {
        var guide = version.guide();
        var handling = guide.handling();
        boolean comes =
                guide.visits() > 0 || (handling != null && handling.channels().contains(Channel.WINDOW));
        return comes && guide.places().isEmpty() ? Objection.at("/guide/places") : null;
    }

    static List<Objection> hoursMakeSense(ProposedVersion version) {
        var objections = new ArrayList<Objection>();
        var places = version.guide().places();
        for (int i = 0; i < places.size(); i++) {
            var hours = places.get(i).hours();
            for (int j = 0; j < hours.size(); j++) {
                if (!makeSense(hours.get(j))) {
                    objections.add(Objection.at(
                            "/guide/places/" + i + "/hours/" + j, places.get(i).name()));
                }
            }
        }
        return objections;
    }

    private static boolean makeSense(OpeningHours hours) {
        return hours.closes().isAfter(hours.opens()) && (hours.from() == null) == (hours.to() == null);
    }
}
