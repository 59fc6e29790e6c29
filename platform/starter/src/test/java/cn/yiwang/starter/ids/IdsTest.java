package cn.yiwang.starter.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void ids_are_version_7_and_ascend() {
        List<String> ids =
                Stream.generate(Ids::next).limit(1_000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.charAt(14) == '7');
    }

    @Test
    void bytes_keep_the_order_of_the_text() {
        UUID id = UUID.fromString("01936d1c-7b00-7abc-8def-0123456789ab");

        byte[] bytes = Ids.toBytes(id);

        assertThat(bytes).startsWith(0x01, 0x93, 0x6d, 0x1c).hasSize(16);
        assertThat(Ids.fromBytes(bytes)).isEqualTo(id);
    }

    @Test
    void other_lengths_are_no_id() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ids.fromBytes(new byte[15]));
    }
}
