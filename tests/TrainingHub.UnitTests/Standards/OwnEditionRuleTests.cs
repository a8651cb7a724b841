using TrainingHub.Organizations;
using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Standards;

public sealed class OwnEditionRuleTests
{
    private static readonly StandardEdition Sound = new()
    {
        Slug = "own-abc-1",
        Title = "实验室操作标准",
        Edition = "2026",
        Number = "实验室-01",
        Issuer = "某中学",
        Issued = new DateOnly(2026, 3, 1),
        Kind = StandardKind.Post,
        Status = EditionStatus.InForce,
        Clauses = [new Clause("第一条", null, "戴护目镜", ClauseSighting.Full)],
    };

    [Fact]
    public void A_post_standard_of_a_school_may_be_published() => Assert.Empty(OwnEditionRule.FaultsOf(Sound, OrganizationKind.School, replaced: null));

    [Theory]
    [InlineData(OrganizationKind.School, true)]
    [InlineData(OrganizationKind.Campus, true)]
    [InlineData(OrganizationKind.CountyBureau, false)]
    [InlineData(OrganizationKind.University, false)]
    public void Local_documents_are_for_bureaus_and_colleges(OrganizationKind unit, bool isRefused) =>
        Assert.Equal(isRefused, OwnEditionRule.FaultsOf(Sound with { Kind = StandardKind.Local }, unit, replaced: null).Contains(OwnEditionFault.KindOfBureau));

    [Fact]
    public void Laws_nothing_and_backward_days_are_refused()
    {
        var faults = OwnEditionRule.FaultsOf(
            Sound with { Kind = StandardKind.Law, Clauses = [], InForceUntil = new DateOnly(2026, 2, 28) }, OrganizationKind.CountyBureau, Sound);

        Assert.Equal([OwnEditionFault.KindNotOwn, OwnEditionFault.NoClauses, OwnEditionFault.EndsBeforeStart, OwnEditionFault.StartsBeforeReplaced], faults);
    }
}
