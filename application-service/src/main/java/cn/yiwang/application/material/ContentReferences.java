package cn.yiwang.application.material;

/** Whoever refers to contents of the store: what nobody refers to is removed. */
public interface ContentReferences {

    /** Whether the content with this SHA-256 is still needed. */
    boolean isReferred(byte[] sha256);
}
