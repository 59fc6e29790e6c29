package cn.yiwang.catalog.situation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.catalog.guide.Guides;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Filled-in forms, and whether the schema of the pharmacy guide takes them. */
class FormSchemaTest {

    private static final String STORE = "{'storeName':'某药房','creditCode':'91431000MA4YWT0E1N','premises':'某路1号',"
            + "'manager':'某人','pharmacists':[{'name':'某人'}]}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'situation':{'pharmacist':['licensed'],'kind':['single']},'form':STORE}                | true",
                "{'situation':{'pharmacist':['licensed','other'],'kind':['single']},'form':STORE}        | false",
                "{'situation':{'pharmacist':['nobody'],'kind':['single']},'form':STORE}                  | false",
                "{'situation':{'pharmacist':['licensed']},'form':STORE}                                  | false",
                "{'situation':{'pharmacist':['licensed'],'kind':['single'],'x':['y']},'form':STORE}      | false",
                "{'situation':{'pharmacist':['licensed'],'kind':['single']}}                             | false",
                "{'situation':{'pharmacist':['licensed'],'kind':['single']},'form':{'storeName':'某药房'}} | false",
                "{'situation':{'pharmacist':['licensed'],'kind':['single']},'form':NAMELESS}             | false",
            })
    void the_form_takes_what_the_questions_and_fields_allow(String document, boolean taken) {
        var filledIn = document.replace("STORE", STORE)
                .replace("NAMELESS", STORE.replace("[{'name':'某人'}]", "[{}]"))
                .replace('\'', '"');
        var schema = JSON.valueToTree(FormSchema.of("开办药品零售企业许可", Guides.pharmacy()));
        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(filledIn, InputFormat.JSON);
        assertThat(errors.isEmpty()).as(errors.toString()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'place':['own']}                          | true",
                "{'place':['leased'],'term':['long']}       | true",
                "{'place':['leased']}                       | false",
                "{'place':['own'],'term':['long']}          | false",
                "{'place':['own'],'term':['short','long']}  | false",
            })
    void a_question_that_does_not_arise_is_not_answered(String situation, boolean taken) {
        var guide = Guides.with(json -> {
            json.putNull("form");
            json.set("situations", JSON.readTree("""
                    [{"id": "place", "text": "场所", "multiple": false,
                      "answers": [{"id": "own", "label": "自有", "alone": false}, {"id": "leased", "label": "租赁", "alone": false}]},
                     {"id": "term", "text": "租期", "multiple": true, "askedIf": [{"question": "place", "answer": "leased"}],
                      "answers": [{"id": "short", "label": "短", "alone": true}, {"id": "long", "label": "长", "alone": false}]}]"""));
            return json;
        });
        var document = "{'situation':" + situation + "}";
        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.valueToTree(FormSchema.of("某事项", guide)))
                .validate(document.replace('\'', '"'), InputFormat.JSON);
        assertThat(errors.isEmpty()).as(errors.toString()).isEqualTo(taken);
    }
}
