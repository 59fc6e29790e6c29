package cn.yiwang.catalog.standard;

import cn.yiwang.standards.ImplementationCode;
import java.util.Optional;

/** The standards in force with the deviations on record. */
public interface Prescriptions {

    /** What an implementation inherits; nothing where its base item has no published standard. */
    Optional<Prescription> of(ImplementationCode implementation);

    /** Grows with every standard that is published and every deviation that is recorded. */
    long revision();
}
