package cn.yiwang.application.material;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiwang.application.material.FileInspection.Verdict;
import cn.yiwang.application.material.FileInspection.Verdict.Genuine;
import cn.yiwang.application.material.FileInspection.Verdict.Lies;
import cn.yiwang.application.material.FileInspection.Verdict.NotAllowed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileInspectionTest {

    private static final List<String> ALLOWED = List.of("application/pdf", "image/jpeg", "image/png");

    private final FileInspection inspection = new FileInspection();

    static Object[][] files() {
        var pdf = SampleFiles.pdf();
        var png = SampleFiles.png();
        var jpeg = SampleFiles.jpeg();
        return new Object[][] {
            {pdf, "a.pdf", "application/pdf", Genuine.class},
            {pdf, "A.PDF", "application/pdf; charset=x", Genuine.class},
            {pdf, "a.pdf", null, Genuine.class},
            {pdf, "a.pdf", "application/octet-stream", Genuine.class},
            {png, "a.png", "image/png", Genuine.class},
            {jpeg, "a.jpg", "image/jpeg", Genuine.class},
            {jpeg, "a.jpeg", "image/jpeg", Genuine.class},
            // the name says something else
            {pdf, "a.png", "application/pdf", Lies.class},
            {pdf, "a.pdf.exe", "application/pdf", Lies.class},
            {pdf, "a", "application/pdf", Lies.class},
            // the declared type says something else
            {pdf, "a.pdf", "image/png", Lies.class},
            {png, "a.pdf", "application/pdf", Lies.class},
            // a program, a script, a page dressed up as a document
            {SampleFiles.executable(), "a.pdf", "application/pdf", Lies.class},
            {"#!/bin/sh\necho".getBytes(), "a.pdf", "application/pdf", Lies.class},
            {"<html><script>alert(1)</script>".getBytes(), "a.pdf", "application/pdf", Lies.class},
            {"plain text".getBytes(), "a.png", "image/png", Lies.class},
            {new byte[0], "a.pdf", "application/pdf", Lies.class},
            // a document behind leading junk, which readers open and scanners miss
            {("<html>\n" + new String(pdf)).getBytes(), "a.pdf", "application/pdf", Lies.class},
            // honest, but nothing the guide asks for
            {"plain text".getBytes(), "a.txt", "text/plain", NotAllowed.class},
            {SampleFiles.executable(), "a.exe", "application/x-msdownload", NotAllowed.class},
        };
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_judged_by_its_content(
            byte[] content, String name, String declared, Class<? extends Verdict> verdict) {
        assertThat(inspection.judge(content, name, declared, ALLOWED)).isInstanceOf(verdict);
    }
}
