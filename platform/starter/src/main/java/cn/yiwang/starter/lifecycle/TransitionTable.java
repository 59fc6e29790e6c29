package cn.yiwang.starter.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one table of a life cycle.
 *
 * <p>"May this happen now?", "where does it lead?" and "draw it" are three questions to the same rows, so that an answer and the picture in
 * the docs cannot drift apart.
 *
 * @param <S> the statuses
 * @param <E> the sealed type of what can happen
 */
public final class TransitionTable<S extends Enum<S>, E> {

    private final S initial;
    private final List<Transition<S, E>> rows;

    private TransitionTable(S initial, List<Transition<S, E>> rows) {
        this.initial = initial;
        this.rows = List.copyOf(rows);
    }

    /** Begins a table whose life starts in this status. */
    public static <S extends Enum<S>, E> Rows<S, E> startingIn(S initial) {
        return new Rows<>(initial, new ArrayList<>());
    }

    public S initial() {
        return initial;
    }

    /** Where the event leads from this status; empty when it may not happen there. */
    public Optional<S> next(S from, E event) {
        return rows.stream()
                .filter(row -> row.from() == from && row.event().isInstance(event))
                .map(Transition::to)
                .findFirst();
    }

    /** All rows, in the order of a life. */
    public List<Transition<S, E>> rows() {
        return rows;
    }

    /** Whether nothing can happen any more. */
    public boolean isFinal(S status) {
        return rows.stream().noneMatch(row -> row.from() == status);
    }

    /** The table as a Mermaid state diagram, a line per row. */
    public String mermaid() {
        String edges = rows.stream()
                .map(row -> "    %s --> %s : %s\n"
                        .formatted(row.from(), row.to(), row.event().getSimpleName()))
                .collect(Collectors.joining());
        String ends = rows.stream()
                .map(Transition::to)
                .distinct()
                .filter(this::isFinal)
                .map(status -> "    " + status + " --> [*]\n")
                .collect(Collectors.joining());
        return "stateDiagram-v2\n    [*] --> " + initial + "\n" + edges + ends;
    }

    /** One edge of the graph. */
    public record Transition<S, E>(S from, Class<? extends E> event, S to) {}

    /** A table being written: {@code .from(DRAFT).on(Submitted.class).to(SUBMITTED)}. */
    public static final class Rows<S extends Enum<S>, E> {

        private final S initial;
        private final List<Transition<S, E>> rows;

        private Rows(S initial, List<Transition<S, E>> rows) {
            this.initial = initial;
            this.rows = rows;
        }

        public From<S, E> from(S status) {
            return new From<>(this, status);
        }
    }

    /** The rows that leave one status. */
    public record From<S extends Enum<S>, E>(Rows<S, E> rows, S status) {

        public On<S, E> on(Class<? extends E> event) {
            return new On<>(this, event);
        }

        public From<S, E> from(S next) {
            return rows.from(next);
        }

        /** Ends the table. */
        public TransitionTable<S, E> table() {
            return new TransitionTable<>(rows.initial, rows.rows);
        }
    }

    /** A row that still needs to say where it leads. */
    public record On<S extends Enum<S>, E>(From<S, E> from, Class<? extends E> event) {

        /** Completes the row. */
        public From<S, E> to(S target) {
            from.rows().rows.stream()
                    .filter(row -> row.from() == from.status() && row.event() == event)
                    .findFirst()
                    .ifPresent(row -> {
                        throw new IllegalArgumentException("Written twice: " + row);
                    });
            from.rows().rows.add(new Transition<>(from.status(), event, target));
            return from;
        }
    }
}
