package cn.yiwang.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was typed.
 *
 * @param parts which measurements to make
 * @param measured how long lifecycles are measured; the other measurements take their share of it
 */
record Options(boolean json, int clients, Duration measured, Set<String> parts) {

    static final List<String> PARTS = List.of("lifecycles", "events", "certificates", "ceiling", "gateway", "search");

    /** What one run of ten minutes has time for. */
    private static final List<String> TOGETHER =
            PARTS.stream().filter(part -> !part.equals("search")).toList();

    static final String USAGE = """
            Usage: ./yiwang bench [--json] [--clients 16] [--seconds 40] [--only lifecycles,events,certificates,ceiling,gateway]
                   ./yiwang bench --only search
              starts a platform of its own, measures it beside its ceilings, and stops it again; 10 minutes at most,
              hence the search in 50,000 items in a run of its own
            """;

    static Options parse(String[] args) {
        boolean json = false;
        int clients = 16;
        int seconds = 40;
        Set<String> parts = new LinkedHashSet<>(TOGETHER);
        Iterator<String> typed = Arrays.asList(args).iterator();
        while (typed.hasNext()) {
            String word = typed.next();
            switch (word) {
                case "--json" -> json = true;
                case "--clients" -> clients = number(word, typed, 1, 256);
                case "--seconds" -> seconds = number(word, typed, 5, 60);
                case "--only" -> {
                    parts = new LinkedHashSet<>(List.of(value(word, typed).split(",")));
                    if (!PARTS.containsAll(parts)) {
                        throw new IllegalArgumentException("--only takes " + String.join(", ", PARTS));
                    }
                }
                default -> throw new IllegalArgumentException("there is no option " + word + "\n" + USAGE);
            }
        }
        return new Options(json, clients, Duration.ofSeconds(seconds), parts);
    }

    boolean wants(String part) {
        return parts.contains(part);
    }

    /** Whether anything needs the whole platform. */
    boolean wantsPlatform() {
        return parts.stream().anyMatch(part -> !List.of("gateway", "search").contains(part));
    }

    private static String value(String word, Iterator<String> typed) {
        if (!typed.hasNext()) {
            throw new IllegalArgumentException(word + " wants a value");
        }
        return typed.next();
    }

    private static int number(String word, Iterator<String> typed, int least, int most) {
        String text = value(word, typed);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " wants a number, not " + text, e);
        }
        throw new IllegalArgumentException(word + " lies between " + least + " and " + most);
    }
}
