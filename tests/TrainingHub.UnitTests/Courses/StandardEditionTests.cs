using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Courses;

public sealed class StandardEditionTests
{
    [Fact]
    public void Finds_a_clause_by_its_exact_number()
    {
        var edition = new StandardEdition
        {
            Slug = "fire-law",
            Title = "消防法",
            Edition = "2021",
            Number = "主席令",
            Issuer = "全国人大常委会",
            Issued = new DateOnly(2021, 4, 29),
            Status = EditionStatus.InForce,
            Clauses = [new Clause("第二条", null, "方针", ClauseSighting.Full)],
        };

        Assert.Equal("方针", edition.FindClause("第二条")?.Text);
        Assert.Null(edition.FindClause("第二条第一款"));
    }

    [Theory]
    [InlineData(ClauseSighting.Full, true)]
    [InlineData(ClauseSighting.Excerpt, true)]
    [InlineData(ClauseSighting.Unseen, false)]
    public void A_clause_is_cited_only_when_its_text_was_seen(ClauseSighting sighting, bool mayBeCited) =>
        Assert.Equal(mayBeCited, new Clause("第二条", null, "方针", sighting).MayBeCited);
}
