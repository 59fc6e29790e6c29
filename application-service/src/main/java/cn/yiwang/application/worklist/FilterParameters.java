package cn.yiwang.application.worklist;

import cn.yiwang.application.lifecycle.Status;
import cn.yiwang.starter.identity.Role;
import cn.yiwang.starter.web.PlainText;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** How a worklist is narrowed, as callers say it. */
record FilterParameters(
        @Nullable Status status,

        @Nullable @Pattern(regexp = "[0-9A-Z]{31}[0-9]{2}") @Parameter(description = "The business item's code")
        String item,

        @Nullable @PlainText(min = 1, max = 200)
        @Parameter(description = "`me`, `none` (the pool) or a colleague's subject")
        String officer,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        @Parameter(description = "Only what is due before that day")
        LocalDate dueBefore,

        @Nullable @Parameter(description = "Only what was due before today")
        Boolean overdue) {

    Filter forDesk(Role desk) {
        return new Filter(status, item, officer, dueBefore, Boolean.TRUE.equals(overdue)).forDesk(desk);
    }
}
