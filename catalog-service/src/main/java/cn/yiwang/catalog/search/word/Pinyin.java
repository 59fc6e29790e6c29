package cn.yiwang.catalog.search.word;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Arrays;
import java.util.List;

/** How a text sounds, without tones. */
public final class Pinyin {

    private Pinyin() {}

    /** One syllable per character; letters and digits stand for themselves. */
    public static List<String> syllables(String compact) {
        if (compact.isEmpty()) {
            return List.of();
        }
        var spelt = PinyinHelper.toPinyin(compact, PinyinStyleEnum.NORMAL, " ").replace('ü', 'v');
        return Arrays.stream(spelt.split(" "))
                .filter(syllable -> !syllable.isEmpty())
                .toList();
    }

    public static String initials(List<String> syllables) {
        var initials = new StringBuilder();
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }

    /** What syllables have in common that many speakers do not tell apart: zh and z, n and l, ing and in. */
    public static String blurred(String syllable) {
        var sound = syllable;
        if (sound.length() > 2 && sound.charAt(1) == 'h') {
            sound = sound.charAt(0) + sound.substring(2);
        } else if (sound.length() > 1 && sound.charAt(0) == 'n') {
            sound = "l" + sound.substring(1);
        }
        return sound.length() > 2 && sound.endsWith("ng") ? sound.substring(0, sound.length() - 1) : sound;
    }
}
