package cn.yiwang.catalog.print;

import cn.yiwang.catalog.disclosure.ItemDisclosures.Disclosed;
import cn.yiwang.catalog.flowchart.LimitText;
import cn.yiwang.catalog.guide.Guide;
import cn.yiwang.catalog.guide.ProcessLink;
import cn.yiwang.catalog.item.ItemVersionView;
import cn.yiwang.catalog.print.Html.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The page of one version of a guide. Screen, paper and PDF show this one text, so that what hangs in the hall cannot differ from what is
 * online.
 */
final class GuidePage {

    /** The only style; its digest stands in the page's content security policy. */
    static final String STYLE = style();

    private GuidePage() {}

    /** The page without anything disclosed around the item. */
    static String html(ItemVersionView version, String address) {
        return html(version, address, List.of());
    }

    /**
     * The page as well-formed HTML.
     *
     * @param address where the item is found online
     * @param documents what was disclosed about the item
     */
    static String html(ItemVersionView version, String address, List<Disclosed> documents) {
        var html = new Html();
        html.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\">\n<head>\n")
                .raw(
                        "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .element("title", version.name() + "办事指南")
                .begin("style")
                .raw(STYLE)
                .end("style")
                .raw("</head>\n<body>\n");
        heading(html, version, address);
        basics(html, version);
        var guide = version.guide();
        html.section("设定依据").list(guide.basis().stream().map(GuideWords::of).toList(), "无");
        html.section("受理条件")
                .list(guide.conditions().stream().map(Guide.Condition::text).toList(), "无");
        materials(html, guide);
        limits(html, guide);
        process(html, guide);
        fees(html, guide);
        result(html, guide);
        GuideSupplements.write(html, guide);
        documents(html, documents);
        html.begin("footer")
                .paragraph("申请人只须满足本指南载明的条件、提交本指南载明的材料；指南之外的要求不得提出（行政许可法第三十条、第三十一条）。")
                .paragraph("本页由事项目录第%d版生成，与线上公布的内容一致；最新内容请扫描二维码查询。".formatted(version.version()))
                .end("footer");
        return html.raw("</body>\n</html>\n").toString();
    }

    private static void heading(Html html, ItemVersionView version, String address) {
        html.begin("header")
                .raw("<img alt=\"事项二维码\" src=\"" + QrCode.dataUri(address) + "\"/>")
                .element("h1", version.name() + "办事指南")
                .paragraph(version.body().name())
                .begin("p", "class=\"address\"")
                .text(address)
                .end("p")
                .end("header");
    }

    private static void basics(Html html, ItemVersionView version) {
        html.section("基本信息")
                .facts(List.of(
                        new Fact("业务办理项编码", version.itemCode()),
                        new Fact("基本编码", version.baseCode()),
                        new Fact("事项类型", version.type().label()),
                        new Fact("实施主体", version.body().name()),
                        new Fact("统一社会信用代码", version.body().code()),
                        new Fact("行政区划", version.division().name()),
                        new Fact("行使层级", version.level().label()),
                        new Fact(
                                "服务对象",
                                version.guide().audiences().stream()
                                        .map(GuideWords::of)
                                        .collect(Collectors.joining("、"))),
                        new Fact("身份核验等级", "不低于" + version.guide().requiredAssurance() + "级"),
                        new Fact("版本", "第" + version.version() + "版"),
                        new Fact("生效日期", Objects.toString(version.effectiveFrom(), null)),
                        new Fact("失效日期", Objects.toString(version.effectiveTo(), null))));
    }

    private static void materials(Html html, Guide guide) {
        html.section("申请材料");
        if (guide.materials().isEmpty()) {
            html.paragraph("无须提交材料。");
            return;
        }
        var rows = new ArrayList<List<String>>();
        for (var material : guide.materials()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    GuideWords.described(material),
                    GuideWords.of(material.necessity()),
                    GuideWords.of(material.form()) + material.copies() + "份",
                    GuideWords.freeSubmission(material)));
        }
        html.table(List.of("序号", "材料名称和编码", "必要性", "形式和份数", "免提交"), rows);
    }

    private static void limits(Html html, Guide guide) {
        var limits = guide.timeLimits();
        html.section("办理时限")
                .facts(List.of(
                        new Fact("受理时限", GuideWords.of(limits.acceptance())),
                        new Fact("法定办结时限", GuideWords.of(limits.statutory())),
                        new Fact("承诺办结时限", GuideWords.of(limits.promised())),
                        new Fact("送达时限", GuideWords.of(limits.delivery()))));
    }

    private static void process(Html html, Guide guide) {
        html.section("办理流程")
                .table(
                        List.of("步骤", "环节", "办理部门", "时限"),
                        guide.links().stream().map(GuidePage::step).toList())
                .paragraph("步骤相同的环节同时进行。");
    }

    private static List<String> step(ProcessLink link) {
        return List.of(
                String.valueOf(link.order()),
                link.name(),
                Objects.requireNonNullElse(
                        link.department().name(), link.department().code()),
                LimitText.of(link.limit().amount(), link.limit().unit()));
    }

    private static void fees(Html html, Guide guide) {
        html.section("收费");
        if (guide.fees().isEmpty()) {
            html.paragraph("不收费。");
            return;
        }
        html.table(
                List.of("项目", "标准", "依据"),
                guide.fees().stream()
                        .map(fee -> List.of(
                                fee.name(),
                                GuideSupplements.joined(GuideWords.of(fee), fee.formula(), fee.reduction()),
                                fee.basis()))
                        .toList());
    }

    private static void result(Html html, Guide guide) {
        html.section("办理结果和到场次数")
                .facts(List.of(
                        new Fact("结果类型", GuideWords.of(guide.result().kind())),
                        new Fact("结果名称", guide.result().name()),
                        new Fact("有效期", guide.result().validity()),
                        new Fact("到办事现场次数", guide.visits() + "次"),
                        new Fact("到场原因", guide.visitReason())));
    }

    private static void documents(Html html, List<Disclosed> documents) {
        if (!documents.isEmpty()) {
            html.section("相关公开信息")
                    .table(
                            List.of("类别", "标题", "文号", "施行日期"),
                            documents.stream()
                                    .map(document -> List.of(
                                            document.kind(),
                                            document.title(),
                                            Objects.requireNonNullElse(document.documentNumber(), ""),
                                            Objects.toString(document.effectiveFrom(), "")))
                                    .toList());
        }
    }

    private static String style() {
        try (var css = GuidePage.class.getResourceAsStream("/print/guide-page.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
