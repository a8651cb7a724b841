using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Standards;

public sealed class ClauseTextTests
{
    [Fact]
    public void A_pasted_document_falls_into_clauses()
    {
        var (clauses, faults) = ClauseText.Read("第一条　为了安全，制定本规定。\r\n第二条【范围】 适用于本县。\n　　接着写。\n\n第三条（一）第6项 电动自行车\n一、检查\n4.6 电梯\n1．开机前检查");

        Assert.Empty(faults);
        Assert.Equal(["第一条", "第二条", "第三条（一）第6项", "一", "4.6", "1"], clauses.Select(clause => clause.Number));
        Assert.Equal("范围", clauses[1].Title);
        Assert.Equal("适用于本县。\n接着写。", clauses[1].Text);
        Assert.Equal("开机前检查", clauses[5].Text);
    }

    [Fact]
    public void A_line_that_only_begins_with_figures_is_text()
    {
        var (clauses, faults) = ClauseText.Read("第一条 期限\n30日内改正，\n2026年底前完成。");

        Assert.Empty(faults);
        Assert.Equal("期限\n30日内改正，\n2026年底前完成。", Assert.Single(clauses).Text);
    }

    [Fact]
    public void Faults_name_their_line()
    {
        var (_, faults) = ClauseText.Read("前言\n第一条 甲\n第二条\n第一条 乙");

        Assert.Equal(
            [new ClauseFault(1, ClauseFaultKind.TextBeforeNumber, "前言"), new ClauseFault(3, ClauseFaultKind.Empty, "第二条"), new ClauseFault(4, ClauseFaultKind.NumberRepeated, "第一条")],
            faults);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        IReadOnlyList<Clause> clauses = [new("第一条", "目的", "甲\n乙", ClauseSighting.Full), new("4.6.1", null, "丙", ClauseSighting.Full), new("第三条", "原始记录", "丁", ClauseSighting.Full) { Formerly = "第二条（一）第6项" }, new("一", null, "戊", ClauseSighting.Full) { Formerly = "二" }];

        var (read, faults) = ClauseText.Read(ClauseText.Write(clauses));

        Assert.Empty(faults);
        Assert.Equal(clauses, read);
    }

    [Fact]
    public void A_former_number_stands_after_the_number()
    {
        var (clauses, faults) = ClauseText.Read("第二条【原第一条】【目的】甲\n一、【原三】乙\n4.6【原4.5】 丙\n第九条【原始记录】丁");

        Assert.Empty(faults);
        Assert.Equal(["第一条", "三", "4.5", null], clauses.Select(clause => clause.Formerly));
        Assert.Equal(["目的", null, null, "原始记录"], clauses.Select(clause => clause.Title));
        Assert.Equal(["甲", "乙", "丙", "丁"], clauses.Select(clause => clause.Text));
        var other = Assert.Single(ClauseText.Read("第三条【分级】【原第二条】甲").Clauses);
        Assert.Equal(("第二条", "分级", "甲"), (other.Formerly, other.Title, other.Text));
        Assert.Equal([new ClauseFault(2, ClauseFaultKind.FormerlyRepeated, "第一条")], ClauseText.Read("第二条【原第一条】甲\n第三条【原第一条】乙").Faults);
    }
}
