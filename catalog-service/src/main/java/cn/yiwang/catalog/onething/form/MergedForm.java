package cn.yiwang.catalog.onething.form;

import cn.yiwang.catalog.guide.ApplicationForm.UiHint;
import cn.yiwang.catalog.guide.SituationQuestion;
import cn.yiwang.catalog.situation.FormSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one form of a package (一表申请).
 *
 * @param schema a JSON Schema (2020-12): answers under {@code situation}, fields under {@code form}
 * @param questions the questions, without what their answers mean to single items
 * @param items what each item takes of the form
 */
public record MergedForm(
        Map<String, Object> schema, List<UiHint> ui, List<AskedQuestion> questions, List<ItemOfForm> items) {

    /** A question, and the items that ask it. */
    public record AskedQuestion(SituationQuestion question, List<String> itemCodes) {}

    /**
     * What an item takes of the form, by common names with the item's own names for them.
     *
     * @param fields the empty own name stands for the whole form of the item
     */
    public record ItemOfForm(String itemCode, int version, Map<String, String> questions, Map<String, String> fields) {}

    public static MergedForm of(String title, List<PartOfPackage> parts) {
        var questions = new MergedQuestions(parts);
        var fields = new MergedFields(parts);
        return new MergedForm(
                FormSchema.of(title, questions.all(), fields.schema()),
                fields.hints(),
                questions.all().stream()
                        .map(question -> new AskedQuestion(question, questions.itemsAsking(question.id())))
                        .toList(),
                parts.stream()
                        .map(part -> new ItemOfForm(
                                part.itemCode(),
                                part.version(),
                                questions.of(part.itemCode()),
                                fields.of(part.itemCode())))
                        .toList());
    }

    /** The answers to an item's own questions among answers to the common ones. */
    public static Map<String, List<String>> ownAnswers(ItemOfForm item, Map<String, List<String>> given) {
        var own = new LinkedHashMap<String, List<String>>();
        item.questions().forEach((common, id) -> {
            var answers = given.get(common);
            if (answers != null) {
                own.put(id, answers);
            }
        });
        return own;
    }
}
