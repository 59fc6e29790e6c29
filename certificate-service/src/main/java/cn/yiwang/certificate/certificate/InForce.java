package cn.yiwang.certificate.certificate;

import cn.yiwang.certificate.holder.HolderKind;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates of one holder are looked for; the text form gives nothing away.
 *
 * @param type the code of the type, null when any that stands for the material will do
 * @param standardMaterial the standard material code that the type stands for, null when the type is named
 */
public record InForce(
        HolderKind kind,
        String holderCode,
        @Nullable String type,
        @Nullable String standardMaterial) {

    @Override
    public String toString() {
        return "InForce[" + kind + ", " + type + ", " + standardMaterial + "]";
    }
}
