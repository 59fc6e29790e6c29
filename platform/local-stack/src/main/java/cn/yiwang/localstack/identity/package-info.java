/** An OIDC issuer with demo people for every role, partner systems and the services' own clients. */
@NullMarked
package cn.yiwang.localstack.identity;

import org.jspecify.annotations.NullMarked;
