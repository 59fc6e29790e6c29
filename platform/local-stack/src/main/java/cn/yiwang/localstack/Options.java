package cn.yiwang.localstack;

import cn.yiwang.localstack.home.Home;
import cn.yiwang.localstack.launcher.Platform;
import cn.yiwang.localstack.notice.LaunchException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed. */
record Options(
        Command command,
        List<String> arguments,
        Home home,
        @Nullable Integer portBase,
        @Nullable String profile,
        boolean fresh,
        boolean json,
        boolean follow,
        Map<String, String> variables) {

    enum Command {
        UP(0),
        DEMO(0),
        DOWN(0),
        STATUS(0),
        LOGS(1),
        SCALE(2),
        TOKEN(1),
        VERIFY_AUDIT(0),
        /** The last part of a build; the script asks for it. */
        PREPARE(0),
        /** What the launcher's own process is told; nobody types it. */
        WATCH(0);

        private final int mostArguments;

        Command(int mostArguments) {
            this.mostArguments = mostArguments;
        }

        String typed() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Options parse(String[] args, Map<String, String> variables) {
        Path checkout = Path.of(variables.getOrDefault("YIWANG_CHECKOUT", ""));
        Map<String, String> values = new HashMap<>();
        List<String> flags = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Iterator<String> typed = Arrays.asList(args).iterator();
        while (typed.hasNext()) {
            String word = typed.next();
            switch (word) {
                case "--home", "--port-base", "--profile" -> {
                    if (!typed.hasNext()) {
                        throw new LaunchException(word + " wants a value");
                    }
                    values.put(word, typed.next());
                }
                case "--fresh", "--json", "--follow" -> flags.add(word);
                case "-f" -> flags.add("--follow");
                default -> {
                    if (word.startsWith("-")) {
                        throw new LaunchException("there is no option " + word + ": see ./yiwang --help");
                    }
                    words.add(word);
                }
            }
        }
        Command command = command(words);
        List<String> arguments = List.copyOf(words.subList(1, words.size()));
        if (arguments.size() > command.mostArguments) {
            throw new LaunchException("%s does not know what to do with \"%s\": see ./yiwang --help"
                    .formatted(command.typed(), arguments.get(command.mostArguments)));
        }
        String home = values.get("--home");
        String portBase = values.getOrDefault("--port-base", variables.get("YIWANG_PORT_BASE"));
        return new Options(
                command,
                arguments,
                new Home(checkout, home != null ? Path.of(home) : checkout.resolve(".yiwang")),
                portBase == null || portBase.isBlank() ? null : number(portBase, "the port base"),
                values.get("--profile"),
                flags.contains("--fresh"),
                flags.contains("--json"),
                flags.contains("--follow"),
                variables);
    }

    Platform.Wish wish() {
        return new Platform.Wish(portBase, profile, fresh, variables);
    }

    String argument(int index, String what) {
        if (index >= arguments.size()) {
            throw new LaunchException(command.typed() + " wants to know " + what + ": see ./yiwang --help");
        }
        return arguments.get(index);
    }

    int number(int index, String what) {
        return number(argument(index, what), what);
    }

    private static int number(String text, String what) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new LaunchException(what + ": \"" + text + "\" is no number", e);
        }
    }

    private static Command command(List<String> words) {
        if (words.isEmpty()) {
            throw new LaunchException("what shall I do? See ./yiwang --help");
        }
        return Arrays.stream(Command.values())
                .filter(command -> command.typed().equals(words.getFirst()))
                .findFirst()
                .orElseThrow(
                        () -> new LaunchException("there is no command " + words.getFirst() + ": see ./yiwang --help"));
    }
}
