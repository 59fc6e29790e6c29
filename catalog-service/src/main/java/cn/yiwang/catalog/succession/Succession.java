package cn.yiwang.catalog.succession;

import cn.yiwang.standards.BaseCode;
import cn.yiwang.standards.ImplementationCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A change of codes: which end, and which follow them. A code on both sides stays, such as one item that takes in another.
 *
 * @param from base codes or implementation codes
 * @param to codes of the same level
 */
record Succession(Kind kind, List<String> from, List<String> to) {

    /** What becomes of the codes. */
    enum Kind {
        /** Several become one. */
        MERGE,
        /** One becomes several. */
        SPLIT,
        /** An implementation goes over to another body. */
        MOVE,
        /** Codes end, with or without others that follow. */
        ABOLISH
    }

    /** What is wrong, and where. */
    record Objection(String pointer, String textKey) {}

    Succession {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** The codes that go out of use. */
    List<String> ending() {
        return from.stream().filter(code -> !to.contains(code)).toList();
    }

    /** What forbids it, whatever the catalog holds; empty when nothing does. */
    List<Objection> objections() {
        var objections = new ArrayList<Objection>();
        if (!numbersFit()) {
            objections.add(new Objection("/kind", "succession.numbers"));
        }
        var levels = new HashSet<Integer>();
        levels.addAll(from.stream().map(String::length).toList());
        levels.addAll(to.stream().map(String::length).toList());
        if (levels.size() != 1) {
            objections.add(new Objection("/to", "succession.levels"));
        }
        if (new HashSet<>(from).size() != from.size()) {
            objections.add(new Objection("/from", "succession.twice"));
        }
        if (new HashSet<>(to).size() != to.size()) {
            objections.add(new Objection("/to", "succession.twice"));
        }
        if (ending().isEmpty()) {
            objections.add(new Objection("/from", "succession.nothing-ends"));
        }
        if (kind == Kind.MOVE && !isMove()) {
            objections.add(new Objection("/to", "succession.move"));
        }
        return objections;
    }

    private boolean numbersFit() {
        return switch (kind) {
            case MERGE -> from.size() > 1 && to.size() == 1;
            case SPLIT -> from.size() == 1 && to.size() > 1;
            case MOVE -> from.size() == 1 && to.size() == 1;
            case ABOLISH -> !from.isEmpty();
        };
    }

    /** The same item, at the other body. */
    private boolean isMove() {
        if (from.size() != 1
                || to.size() != 1
                || !isImplementation(from.getFirst())
                || !isImplementation(to.getFirst())) {
            return false;
        }
        var one = new ImplementationCode(from.getFirst());
        var other = new ImplementationCode(to.getFirst());
        return one.baseCode().equals(other.baseCode()) && !one.body().equals(other.body());
    }

    static boolean isImplementation(String code) {
        return ImplementationCode.isValid(code);
    }

    static boolean isCode(String code) {
        return isImplementation(code) || BaseCode.isValid(code);
    }
}
