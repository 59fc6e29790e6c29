package cn.yiwang.certificate.holder;

import cn.yiwang.starter.confidential.ConfidentialCodec;
import org.springframework.stereotype.Component;

/** Encrypts holders for the table and finds them again by their code. */
@Component
public class HolderVault {

    private static final String COLUMN = "certificate.holder_sealed";
    private static final String INDEX = "certificate.holder_index";

    private final ConfidentialCodec codec;

    HolderVault(ConfidentialCodec codec) {
        this.codec = codec;
    }

    public byte[] seal(Holder holder) {
        return codec.seal(HolderText.write(holder), COLUMN);
    }

    public Holder open(byte[] sealed) {
        return HolderText.read(codec.open(sealed, COLUMN));
    }

    /** The blind index of a holder's code, equal for equal codes. */
    public byte[] indexOf(String code) {
        return codec.blindIndex(code, INDEX);
    }
}
