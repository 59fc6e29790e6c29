package cn.yiwang.catalog.search.synonym;

import cn.yiwang.starter.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** What can be wrong with a change of the synonyms. */
enum SynonymProblem implements ProblemType {
    SYNONYMS_OF_THE_PROVINCE("synonyms-of-the-province", HttpStatus.FORBIDDEN),
    SYNONYM_EXISTS("synonym-exists", HttpStatus.CONFLICT),
    SYNONYM_WITHOUT_LETTERS("synonym-without-letters", HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_SYNONYMS("too-many-synonyms", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    SynonymProblem(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
