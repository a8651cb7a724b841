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

        Assert.Contains((CourseFolder.Standard, 1, "replaced-unknown"), folder.Problems());
    }

    [Fact]
    public void A_lesson_notes_the_clauses_it_shows_once_each()
    {
        folder.Replace(CourseFolder.Lesson, "先看门。", "先看门。\n\n::: clause fire-law 第一条\n:::\n\n再看一遍。\n\n::: clause fire-law 第一条\n:::");

        var read = Assert.IsType<CourseOutcome.Read>(folder.Read());

        Assert.Equal([new ClauseName(new EditionName("fire-law", "2021"), "第一条")], read.Content.Lessons[0].Clauses);
    }
}
