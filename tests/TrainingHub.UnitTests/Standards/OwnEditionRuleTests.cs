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

    [Fact]
    public void A_file_brings_the_next_edition_of_a_document_of_its_unit()
    {
        var owner = new EditionOwner { Code = "ABC", Kind = OrganizationKind.School, Editions = [Sound] };

        Assert.Empty(OwnEditionRule.FaultsOf(Sound with { Edition = "2027", Issued = new DateOnly(2027, 1, 1), Replaces = Sound.Name }, owner, []));
        Assert.Empty(OwnEditionRule.FaultsOf(Sound with { Slug = "own-abc-2" }, owner, []));
        Assert.Equal([OwnEditionFault.NameTaken], OwnEditionRule.FaultsOf(Sound, owner, []));
    }

    [Fact]
    public void A_file_brings_nothing_in_anothers_name_and_takes_no_others_place()
    {
        var (law, later) = (new EditionName("fire-law", "2021"), Sound with { Edition = "2027", Issued = new DateOnly(2027, 1, 1) });
        var owner = new EditionOwner { Code = "abc", Kind = OrganizationKind.School, Editions = [Sound], Taken = new HashSet<string>(StringComparer.Ordinal) { "own-abc-8" }, Written = new HashSet<string>(StringComparer.Ordinal) { "own-abc-9" } };

        Assert.Contains(OwnEditionFault.SlugNotOwn, OwnEditionRule.FaultsOf(Sound with { Slug = "fire-law" }, owner, []));
        Assert.Contains(OwnEditionFault.SlugNotOwn, OwnEditionRule.FaultsOf(Sound with { Slug = "own-abc-8" }, owner, []));
        Assert.Contains(OwnEditionFault.BeingWritten, OwnEditionRule.FaultsOf(Sound with { Slug = "own-abc-9" }, owner, []));
        Assert.Contains(OwnEditionFault.ReplacesForeign, OwnEditionRule.FaultsOf(later with { Replaces = law }, owner, []));
        Assert.Contains(OwnEditionFault.ReplacesForeign, OwnEditionRule.FaultsOf(Sound with { Slug = "own-abc-2", Replaces = Sound.Name }, owner, []));
        Assert.Contains(OwnEditionFault.ReplacesMissing, OwnEditionRule.FaultsOf(later, owner, []));
        Assert.Contains(OwnEditionFault.SucceededAlready, OwnEditionRule.FaultsOf(later with { Replaces = Sound.Name }, owner, [later with { Edition = "2028", Replaces = Sound.Name }]));
    }

    [Fact]
    public void A_former_number_is_one_of_the_replaced_edition()
    {
        var later = Sound with { Edition = "2027", Issued = new DateOnly(2027, 1, 1), Clauses = [Sound.Clauses[0] with { Number = "第二条", Formerly = "第一条" }] };

        Assert.Empty(OwnEditionRule.FaultsOf(later, OrganizationKind.School, Sound));
        Assert.Equal([OwnEditionFault.FormerlyUnknown], OwnEditionRule.FaultsOf(later, OrganizationKind.School, replaced: null));
    }

    [Theory]
    [InlineData("own-abc-12", 12)]
    [InlineData("own-abc-012", null)]
    [InlineData("own-abc-", null)]
    [InlineData("own-abc-1-2", null)]
    [InlineData("own-abcd-1", null)]
    [InlineData("own-abc-99999999999", null)]
    public void A_units_own_document_bears_its_code(string slug, int? number) => Assert.Equal(number, OwnSlug.NumberOf(slug, "ABC"));
}
