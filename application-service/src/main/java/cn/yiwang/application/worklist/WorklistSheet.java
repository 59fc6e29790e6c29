package cn.yiwang.application.worklist;

import cn.yiwang.application.guide.Guide;
import cn.yiwang.application.guide.Guides;
import cn.yiwang.standards.calendar.ChinaTime;
import cn.yiwang.starter.identity.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/** A worklist as an Excel sheet. All cells are text, so that codes keep their zeros and nothing is a formula. */
@Component
class WorklistSheet {

    private static final List<String> HEADINGS =
            List.of("办件编号", "事项编码", "事项名称", "申请人", "状态", "待办", "办理期限", "起始时间", "经办人");
    private static final int WIDTH = 20 * 256;
    private static final int ROWS_IN_MEMORY = 100;

    private final Guides guides;

    WorklistSheet(Guides guides) {
        this.guides = guides;
    }

    void write(Role desk, List<WorklistEntry> entries, Map<UUID, String> applicants, OutputStream target)
            throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            SXSSFSheet sheet = workbook.createSheet("待办");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.setColumnWidth(column, WIDTH);
            }
            sheet.createFreezePane(0, 1);
            row(sheet, text, HEADINGS);
            for (WorklistEntry entry : entries) {
                row(sheet, text, cells(desk, entry, applicants));
            }
            workbook.write(target);
        }
    }

    private List<String> cells(Role desk, WorklistEntry entry, Map<UUID, String> applicants) {
        Guide guide = guides.pinned(entry.guideKey()).guide();
        return List.of(
                entry.number(),
                guide.itemCode(),
                guide.name(),
                applicants.getOrDefault(entry.applicationId(), ""),
                entry.status().label(),
                Task.of(desk, entry.status()).label(),
                entry.dueOn() + (entry.dueProvisional() ? "（暂定）" : ""),
                entry.since() == null ? "" : ChinaTime.dateOf(entry.since()).toString(),
                entry.officer() == null ? "" : entry.officer());
    }

    private static void row(SXSSFSheet sheet, CellStyle text, List<String> cells) {
        SXSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < cells.size(); column++) {
            var cell = row.createCell(column);
            cell.setCellStyle(text);
            cell.setCellValue(cells.get(column));
        }
    }
}
