package cn.yiwang.catalog.body;

import cn.yiwang.standards.CreditCode;
import cn.yiwang.standards.DivisionCode;
import cn.yiwang.standards.ServiceLevel;

/**
 * A body that carries out items (实施主体).
 *
 * @param example whether the code was made up, where the real one is not public
 */
public record Body(CreditCode code, String name, DivisionCode division, ServiceLevel level, boolean example) {}
