package cn.yiwang.catalog.situation;

import cn.yiwang.catalog.guide.SituationQuestion.Parts;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a guide that an answer names. */
record PartOfGuide(Kind kind, String name) {

    enum Kind {
        MATERIAL,
        CONDITION,
        FEE,
        LINK
    }

    static Set<PartOfGuide> of(@Nullable Parts parts) {
        var named = new HashSet<PartOfGuide>();
        if (parts != null) {
            parts.materials().forEach(code -> named.add(new PartOfGuide(Kind.MATERIAL, code)));
            parts.conditions().forEach(order -> named.add(new PartOfGuide(Kind.CONDITION, String.valueOf(order))));
            parts.fees().forEach(name -> named.add(new PartOfGuide(Kind.FEE, name)));
            parts.links().forEach(name -> named.add(new PartOfGuide(Kind.LINK, name)));
        }
        return named;
    }
}
