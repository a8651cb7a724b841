using TrainingHub.Courseware;
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
    public void What_is_replaced_has_to_be_there()
    {
        folder.Replace(CourseFolder.Standard, "status: inForce", "status: inForce\nreplaces: {standard: fire-law, edition: \"1998\"}");

        Assert.Contains(folder.Problems(), problem => problem is (CourseFolder.Standard, not null, "replaced-unknown"));
    }

    [Fact]
    public void A_lesson_notes_the_clauses_it_shows_once_each()
    {
        folder.Replace(CourseFolder.Lesson, "先看门。", "先看门。\n\n::: clause fire-law 第一条\n:::\n\n再看一遍。\n\n::: clause fire-law 第一条\n:::");

        var read = Assert.IsType<CourseOutcome.Read>(folder.Read());

        Assert.Equal([new ClauseName(new EditionName("fire-law", "2021"), "第一条")], read.Content.Lessons[0].Clauses);
    }
}
