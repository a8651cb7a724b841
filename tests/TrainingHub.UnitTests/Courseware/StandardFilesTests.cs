using TrainingHub.Courseware;
using TrainingHub.Courseware.Rendering;
using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Courseware;

public sealed class StandardFilesTests : IDisposable
{
    private readonly CourseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_edition_says_its_kind_its_end_and_what_it_replaces()
    {
        folder
            .Replace(CourseFolder.Standard, "status: inForce", "status: inForce\nkind: law\ninForceUntil: 2030-12-31\nreplaces: {standard: fire-law, edition: \"2008\"}")
            .Replace(CourseFolder.Standard, "    title: 出口", "    title: 出口\n    formerly: 第二条");
        folder.Write("_standards/fire-law-2008.yml", """
            slug: fire-law
            title: 某消防规定
            edition: "2008"
            number: 某令第0号
            issuer: 某机关
            issued: 2008-10-28
            status: replaced
            clauses: []
            """);

        var read = Assert.IsType<CourseOutcome.Read>(folder.Read());

        var edition = Assert.Single(read.Standards, edition => string.Equals(edition.Edition, "2021", StringComparison.Ordinal));
        Assert.Equal((StandardKind.Law, new DateOnly(2030, 12, 31), new EditionName("fire-law", "2008")), (edition.Kind, edition.InForceUntil, edition.Replaces));
        Assert.Equal("第二条", edition.Clauses[0].Formerly);
        Assert.Empty(Assert.Single(read.Standards, edition => string.Equals(edition.Edition, "2008", StringComparison.Ordinal)).Clauses);
    }

    [Fact]
    public void The_day_of_issue_may_be_unknown_unless_the_edition_is_in_force()
    {
        folder.Write("_standards/fire-law-2008.yml", Older("replaced"));

        var older = Assert.Single(folder.Accepted().Standards, edition => string.Equals(edition.Edition, "2008", StringComparison.Ordinal));
        Assert.Null(older.Issued);
        Assert.Equal(DateOnly.MinValue, older.FirstDay());

        folder.Replace(CourseFolder.Standard, "issued: 2021-04-29\n", "");
        Assert.Equal([(CourseFolder.Standard, 1, "field-missing")], folder.Problems());
    }

    [Fact]
    public void Two_editions_of_one_document_are_not_in_force_at_once_unless_one_replaces_the_other()
    {
        folder.Write("_standards/fire-law-2008.yml", Older("inForce\nissued: 2008-10-28"));
        Assert.Equal([(CourseFolder.Standard, 1, "edition-both-in-force")], folder.Problems());
        folder.Accepted();

        folder.Replace(CourseFolder.Standard, "status: inForce", "status: inForce\nreplaces: {standard: fire-law, edition: \"2008\"}");
        Assert.Empty(folder.Problems());
    }

    [Fact]
    public void An_edition_that_ends_may_stand_beside_the_one_in_force()
    {
        folder.Write("_standards/fire-law-2008.yml", Older("inForce\nissued: 2008-10-28\ninForceUntil: 2021-04-30"));

        Assert.Empty(folder.Problems());
    }

    private static string Older(string status) =>
        $"slug: fire-law\ntitle: 某消防规定\nedition: \"2008\"\nnumber: 某令第0号\nissuer: 某机关\nstatus: {status}\nclauses: []\n";

    [Fact]
    public void What_is_replaced_has_to_be_there()
    {
        folder.Replace(CourseFolder.Standard, "status: inForce", "status: inForce\nreplaces: {standard: fire-law, edition: \"1998\"}");

        Assert.Contains(folder.Problems(), problem => problem is (CourseFolder.Standard, > 1, "replaced-unknown"));
    }

    [Fact]
    public void A_lesson_notes_the_clauses_it_shows_once_each()
    {
        folder.Replace(CourseFolder.Lesson, "先看门。", "先看门。\n\n::: clause fire-law 第一条\n:::\n\n再看一遍。\n\n::: clause fire-law 第一条\n:::");

        var read = Assert.IsType<CourseOutcome.Read>(folder.Read());

        Assert.Equal([new ClauseName(new EditionName("fire-law", "2021"), "第一条")], read.Content.Lessons[0].Clauses);
    }

    [Theory]
    [InlineData("2029-12-31", "2021")]
    [InlineData("2030-01-01", "2030")]
    public void A_clause_without_an_edition_is_the_one_that_holds_on_the_day_of_publication(string day, string edition)
    {
        folder.Write("_standards/fire-law-2030.yml", Later.Replace("CLAUSE", "第一条", StringComparison.Ordinal));
        folder.Replace(CourseFolder.Lesson, "先看门。", "先看门。\n\n::: clause fire-law 第一条\n:::");

        var read = Assert.IsType<CourseOutcome.Read>(folder.Inspect(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Outcome);

        Assert.Equal(edition, Assert.Single(read.Content.Lessons[0].Clauses).Edition.Edition);
    }

    [Fact]
    public void A_course_that_is_refused_leaves_the_standards_beside_it_sound()
    {
        folder.Write("_standards/fire-law-2030.yml", Later.Replace("CLAUSE", "第九条", StringComparison.Ordinal));
        folder.Write("_standards/broken.yml", Later.Replace("slug: fire-law", "slug: other", StringComparison.Ordinal));
        folder.Replace(CourseFolder.Lesson, "先看门。", "先看门。\n\n::: clause fire-law 第一条\n:::");

        var inspection = folder.Inspect(new DateOnly(2030, 1, 1));

        Assert.Contains(Assert.IsType<CourseOutcome.Refused>(inspection.Outcome).Problems, problem => problem.Code is "clause-unknown");
        Assert.Equal(["2021", "2030"], inspection.SoundStandards.Select(edition => edition.Edition).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(EditionStatus.InForce, false, "现行")]
    [InlineData(EditionStatus.InForce, true, "尚未施行")]
    [InlineData(EditionStatus.Replaced, false, "已被替代")]
    public void What_a_lesson_says_of_an_edition_is_written_anew(EditionStatus status, bool isAhead, string word)
    {
        folder.Replace(CourseFolder.Lesson, "先看门。", "先看门。\n\n::: clause fire-law 第一条\n:::");
        var html = Assert.IsType<CourseOutcome.Read>(folder.Read()).Content.Lessons[0].Html;

        var renewed = ClauseBadge.Renew(html, name => name == new EditionName("fire-law", "2021") ? ClauseBadge.Of(status, isAhead) : null);

        Assert.Contains($"</svg>{word}</span>。本段为条款大意", renewed, StringComparison.Ordinal);
        Assert.Equal(html, ClauseBadge.Renew(renewed, _ => ClauseBadge.Of(EditionStatus.InForce, isAhead: false)));
    }

    private const string Later = """
        slug: fire-law
        title: 某消防规定
        edition: "2030"
        number: 某令第9号
        issuer: 某机关
        issued: 2029-06-01
        inForceFrom: 2030-01-01
        replaces: {standard: fire-law, edition: "2021"}
        status: inForce
        clauses:
          - number: CLAUSE
            text: 安全出口保持畅通并有人看守。
            seen: V
        """;
}
