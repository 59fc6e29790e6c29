package cn.yiwang.catalog.onething;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every rule that a package keeps before it is published. */
enum OneThingRule {
    /** One item alone needs no package. */
    SEVERAL_ITEMS,
    ITEMS_ONCE,
    /** Orders begin with 1 and leave none out, so that people see step after step. */
    ORDER_WITHOUT_GAPS,
    /** Nobody can apply for an item without a guide in force. */
    ITEMS_IN_FORCE,
    AUDIENCES_NAMED_ONCE,
    /** Whoever the package serves, every item of it serves. */
    AUDIENCE_SERVED_BY_ALL;

    /** A place that breaks a rule. */
    record Objection(OneThingRule rule, String pointer, List<Object> arguments) {}

    /** The key of the rule's text, which is also the code of the error. */
    String textKey() {
        return "one-thing-rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What the rules hold against a package; empty when it may be published.
     *
     * @param items those of its items that have a guide in force, by their codes
     */
    static List<Objection> objectionsTo(OneThing thing, Map<String, ItemInForce> items) {
        var found = new ArrayList<Objection>();
        if (thing.steps().size() < 2) {
            found.add(SEVERAL_ITEMS.at("/steps"));
        }
        if (new HashSet<>(thing.audiences()).size() < thing.audiences().size()) {
            found.add(AUDIENCES_NAMED_ONCE.at("/audiences"));
        }
        var orders = thing.steps().stream()
                .mapToInt(OneThing.Step::order)
                .distinct()
                .sorted()
                .toArray();
        if (orders[0] != 1 || orders[orders.length - 1] != orders.length) {
            found.add(ORDER_WITHOUT_GAPS.at("/steps"));
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < thing.steps().size(); i++) {
            var code = thing.steps().get(i).itemCode();
            var pointer = "/steps/" + i + "/itemCode";
            var item = items.get(code);
            if (!seen.add(code)) {
                found.add(ITEMS_ONCE.at(pointer, code));
            } else if (item == null) {
                found.add(ITEMS_IN_FORCE.at(pointer, code));
            } else if (!item.guide().audiences().containsAll(thing.audiences())) {
                found.add(AUDIENCE_SERVED_BY_ALL.at(pointer, item.name()));
            }
        }
        return found;
    }

    private Objection at(String pointer, Object... arguments) {
        return new Objection(this, pointer, List.of(arguments));
    }
}
