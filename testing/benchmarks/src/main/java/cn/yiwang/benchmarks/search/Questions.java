package cn.yiwang.benchmarks.search;

import cn.yiwang.standards.division.Division;
import cn.yiwang.standards.division.Divisions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** What people ask for: the texts by which relevance is judged, each from a random place of the province. */
final class Questions {

    private final List<String> texts;
    private final List<String> divisions;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Questions(Path checkout, LocalDate today) throws IOException {
        texts =
                Files.readAllLines(checkout.resolve("catalog-service/src/test/resources/search/judgements.csv"))
                        .stream()
                        .skip(1)
                        .map(line -> line.split(",")[2])
                        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .toList();
        divisions = Divisions.bundled().on(today).stream()
                .filter(Division::isInNationalStandard)
                .map(division -> division.code().value())
                .toList();
    }

    /** The path of one search. */
    String next() {
        return "/api/v1/items?query=" + one(texts) + "&division=" + one(divisions);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
