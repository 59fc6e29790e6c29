package cn.yiwang.complaint.workorder;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts what work orders say, column by column. */
@Component
class SealedText {

    private static final String MATTER = "work_order.matter_sealed";
    private static final String ANSWER = "work_order.answer_sealed";
    private static final String GROUND = "work_order.closing_ground_sealed";
    private static final String NOTE = "work_order_history.note_sealed";
    private static final String PHONE = "work_order.phone_index";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfidentialCodec codec;

    SealedText(ConfidentialCodec codec) {
        this.codec = codec;
    }

    byte[] matter(Matter matter) {
        return codec.seal(JSON.writeValueAsString(matter), MATTER);
    }

    Matter matter(byte[] sealed) {
        return JSON.readValue(codec.open(sealed, MATTER), Matter.class);
    }

    byte @Nullable [] answer(@Nullable String text) {
        return seal(text, ANSWER);
    }

    @Nullable String answer(byte @Nullable [] sealed) {
        return open(sealed, ANSWER);
    }

    byte @Nullable [] ground(@Nullable String text) {
        return seal(text, GROUND);
    }

    @Nullable String ground(byte @Nullable [] sealed) {
        return open(sealed, GROUND);
    }

    byte @Nullable [] note(@Nullable String text) {
        return seal(text, NOTE);
    }

    @Nullable String note(byte @Nullable [] sealed) {
        return open(sealed, NOTE);
    }

    /** What work orders of one phone number have in common. */
    byte @Nullable [] phoneIndex(Matter matter) {
        Matter.Contact contact = matter.contact();
        return contact == null ? null : codec.blindIndex(contact.phone().replaceAll("[^0-9+]", ""), PHONE);
    }

    private byte @Nullable [] seal(@Nullable String text, String column) {
        return text == null ? null : codec.seal(text, column);
    }

    private @Nullable String open(byte @Nullable [] sealed, String column) {
        return sealed == null ? null : codec.open(sealed, column);
    }
}
