package cn.yiwang.catalog.law;

import cn.yiwang.catalog.law.Law.Clock;
import cn.yiwang.catalog.law.Law.Figure;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All laws of the register at one moment, to look up what guides cite. */
public final class LawBook {

    public static final LawBook EMPTY = new LawBook(List.of(), 0);

    private static final Pattern NUMBER = Pattern.compile("第?\\s*([0-9]+)\\s*号");

    private final Map<String, Law> byId;
    private final List<Law> laws;
    private final long revision;

    /**
     * Makes the book.
     *
     * @param revision grows with every change of the register
     */
    public LawBook(List<Law> laws, long revision) {
        this.laws = laws.stream().sorted(Comparator.comparing(Law::id)).toList();
        this.byId = this.laws.stream().collect(Collectors.toUnmodifiableMap(Law::id, Function.identity()));
        this.revision = revision;
    }

    /** A limit and the law that sets it. */
    public record SetBy(Law law, Figure figure) {}

    public long revision() {
        return revision;
    }

    /** All laws in the order of their ids. */
    public List<Law> laws() {
        return laws;
    }

    public Optional<Law> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The text that a citation means: the one with that number, or, where no number is given, the text of that title in force on the
     * day, else its latest. Nothing when the register doesn't know it.
     */
    public Optional<Law> cited(String title, @Nullable String documentNumber, LocalDate day) {
        var numbered = numberedIn(title + (documentNumber == null ? "" : documentNumber), title);
        if (numbered.isPresent()) {
            return numbered;
        }
        var named = titled(title);
        var written =
                named.stream().filter(law -> isNumberOf(law, documentNumber)).findFirst();
        return written.isPresent() ? written : latest(named, day);
    }

    /**
     * Whether a citation gives a number that no text of its title has: the register knows the title, so nobody can have checked that
     * number against it. Numbers are compared by their digits, since everybody writes the rest differently.
     */
    public boolean isNumberUnknown(String title, @Nullable String documentNumber) {
        if (documentNumber == null || digits(documentNumber).isEmpty()) {
            return false;
        }
        var numbered = titled(title).stream()
                .filter(law -> law.documentNumber() != null
                        && !digits(law.documentNumber()).isEmpty())
                .toList();
        return !numbered.isEmpty() && numbered.stream().noneMatch(law -> isNumberOf(law, documentNumber));
    }

    private List<Law> titled(String title) {
        var plain = plainTitle(title);
        return laws.stream()
                .filter(law -> plainTitle(law.title()).equals(plain))
                .toList();
    }

    private static boolean isNumberOf(Law law, @Nullable String documentNumber) {
        if (law.documentNumber() == null || documentNumber == null) {
            return false;
        }
        var digits = digits(documentNumber);
        return !digits.isEmpty() && digits.equals(digits(law.documentNumber()));
    }

    /** The number itself: 680 of 国务院第680号令 as of 国务院令第680号（2017年修订）. */
    private static String digits(String documentNumber) {
        var number = NUMBER.matcher(documentNumber);
        return number.find() ? number.group(1) : "";
    }

    private static Optional<Law> latest(List<Law> named, LocalDate day) {
        return named.stream().filter(law -> law.isInForce(day)).findFirst().or(() -> named.stream()
                .max(Comparator.comparing(Law::inForceFrom)));
    }

    /** The laws whose numbers a free text mentions. */
    public List<Law> mentionedIn(String text) {
        var plain = plain(text);
        return laws.stream()
                .filter(law -> hasNumber(plain, law) && !isOrderOfThePresident(law))
                .toList();
    }

    private Optional<Law> numberedIn(String citation, String title) {
        var plain = plain(citation);
        var named = plainTitle(title);
        var numbered = laws.stream().filter(law -> hasNumber(plain, law)).toList();
        return numbered.stream()
                .filter(law -> named.contains(plainTitle(law.title())))
                .findFirst()
                .or(() -> numbered.stream()
                        .filter(law -> !isOrderOfThePresident(law))
                        .findFirst());
    }

    /** The number must not go on: 第54号 is not 第540号, and 局令第7号 is not 局令第17号; both end in 号 and begin with 第. */
    private static boolean hasNumber(String plain, Law law) {
        return law.documentNumber() != null && plain.contains(plain(law.documentNumber()));
    }

    /** Every congress counts its orders anew: without the title such a number says nothing. */
    private static boolean isOrderOfThePresident(Law law) {
        return law.documentNumber() != null && law.documentNumber().contains("主席令");
    }

    /** What is in force on the day in place of a law; nothing when it has no successor, or none in force. */
    public Optional<Law> successorOf(Law law, LocalDate day) {
        var seen = new HashSet<String>();
        var next = Optional.of(law);
        while (next.isPresent() && seen.add(next.get().id())) {
            var replacedBy = next.get().replacedBy();
            next = replacedBy == null ? Optional.empty() : find(replacedBy);
            if (next.isPresent() && next.get().isInForce(day)) {
                return next;
            }
        }
        return Optional.empty();
    }

    /**
     * The limit that special law in force on a day sets for an item; of several the longest, since either may be meant.
     *
     * @param item the base code with the sequence, 14 characters
     */
    public Optional<SetBy> specialFigure(String item, Clock clock, LocalDate day) {
        return figures(clock, day)
                .filter(set -> set.figure().items().stream().anyMatch(item::startsWith))
                .max(Comparator.<SetBy>comparingInt(set -> mostSpecific(set, item))
                        .thenComparingInt(set -> set.figure().amount()));
    }

    /** The limit that the general law in force on a day sets for every licence. */
    public Optional<SetBy> generalFigure(Clock clock, LocalDate day) {
        return figures(clock, day).filter(set -> set.figure().items().isEmpty()).findFirst();
    }

    private Stream<SetBy> figures(Clock clock, LocalDate day) {
        return laws.stream().filter(law -> law.isInForce(day)).flatMap(law -> law.figures().stream()
                .filter(figure -> figure.clock() == clock)
                .map(figure -> new SetBy(law, figure)));
    }

    private static int mostSpecific(SetBy set, String item) {
        return set.figure().items().stream()
                .filter(item::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s《》（）()〔〕\\[\\]、，,]", "");
    }

    private static String plainTitle(String text) {
        return plain(text).replace("中华人民共和国", "");
    }
}
