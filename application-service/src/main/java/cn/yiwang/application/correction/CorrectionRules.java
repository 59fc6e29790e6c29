package cn.yiwang.application.correction;

import cn.yiwang.application.guide.Guide;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may be asked of an applicant: what the pinned guide says, all at once, and never again. */
public final class CorrectionRules {

    private CorrectionRules() {}

    /** Why not; {@code index} is the place in the list of what is asked. */
    public sealed interface Refusal {

        int index();

        /** The guide has no such material and no such condition (Administrative Licensing Law Art. 30, 31). */
        record OutsideGuide(int index, String code) implements Refusal {}

        /** Named twice. */
        record Repeated(int index, String code) implements Refusal {}

        /** The look before acceptance did not name it, and was the one occasion to do so (Art. 32(4)). */
        record NotNamedBefore(int index, String code) implements Refusal {}
    }

    /** Everything that stands against asking for this under the guide. */
    public static List<Refusal> againstAsking(Guide guide, List<Requirement> asked) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            String code = asked.get(i).code();
            if (guide.requirement(code).isEmpty()) {
                refusals.add(new Refusal.OutsideGuide(i, code));
            } else if (!seen.add(code)) {
                refusals.add(new Refusal.Repeated(i, code));
            }
        }
        return refusals;
    }

    /** A notice after a look before acceptance that found something asks for that, and for nothing else. */
    public static List<Refusal> againstAskingMore(List<Requirement> named, List<Requirement> asked) {
        if (named.isEmpty()) {
            return List.of();
        }
        Set<String> codes = new HashSet<>(named.stream().map(Requirement::code).toList());
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (!codes.contains(asked.get(i).code())) {
                refusals.add(new Refusal.NotNamedBefore(i, asked.get(i).code()));
            }
        }
        return refusals;
    }

    /**
     * What a correction still lacks: materials of which no new file came since the notice, conditions to which nothing is said.
     *
     * @param filed the codes of the materials that were handed in since the notice
     */
    public static List<Requirement> unanswered(Correction correction, Set<String> filed, Set<String> answered) {
        return correction.requirements().stream()
                .filter(requirement -> requirement.isMaterial()
                        ? !filed.contains(requirement.code())
                        : !answered.contains(requirement.code()))
                .toList();
    }
}
