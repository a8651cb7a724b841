using TrainingHub.Organizations;

namespace TrainingHub.Standards;

/// <summary>What a unit may publish as its own standard. Once published, an edition is never changed: a correction is another edition.</summary>
public static class OwnEditionRule
{
    private const OrganizationKind Bureaus = OrganizationKind.Province | OrganizationKind.City | OrganizationKind.CountyBureau
        | OrganizationKind.University | OrganizationKind.VocationalCollege;

    /// <summary>Whether a unit of this kind issues documents for others: 地方文件.</summary>
    public static bool MayEnterLocal(OrganizationKind unit) => (unit & Bureaus) != OrganizationKind.None;

    /// <summary>Who reads a document of this kind unless its unit says otherwise.</summary>
    public static EditionReaders UsualReaders(StandardKind kind) => kind is StandardKind.Post ? EditionReaders.OwnPeople : EditionReaders.Everyone;

    /// <summary>Everything that is wrong; empty when it may be published.</summary>
    /// <param name="edition">What is to be published.</param>
    /// <param name="unit">What kind of unit publishes it.</param>
    /// <param name="replaced">The edition in whose place it is put; null for a first edition.</param>
    public static IEnumerable<OwnEditionFault> FaultsOf(StandardEdition edition, OrganizationKind unit, StandardEdition? replaced)
    {
        if (edition.Kind is not (StandardKind.Local or StandardKind.Post))
        {
            yield return OwnEditionFault.KindNotOwn;
        }
        else if (edition.Kind is StandardKind.Local && !MayEnterLocal(unit))
        {
            yield return OwnEditionFault.KindOfBureau;
        }

        if (edition.Clauses.Count == 0)
        {
            yield return OwnEditionFault.NoClauses;
        }

        if (edition.InForceUntil < edition.FirstDay())
        {
            yield return OwnEditionFault.EndsBeforeStart;
        }

        if (replaced is not null && edition.FirstDay() <= replaced.FirstDay())
        {
            yield return OwnEditionFault.StartsBeforeReplaced;
        }

        if (edition.Clauses.Any(clause => clause.Formerly is { } number && replaced?.FindClause(number) is null))
        {
            yield return OwnEditionFault.FormerlyUnknown;
        }
    }

    /// <summary>Everything that is wrong with an edition that comes in a file instead of out of the form; empty when it may be published.</summary>
    /// <param name="edition">What is to be published.</param>
    /// <param name="owner">The unit that brings it.</param>
    /// <param name="beside">Editions that come together with it, this one not among them.</param>
    public static IEnumerable<OwnEditionFault> FaultsOf(StandardEdition edition, EditionOwner owner, IReadOnlyList<StandardEdition> beside)
    {
        if (OwnSlug.NumberOf(edition.Slug, owner.Code) is null || owner.Taken.Contains(edition.Slug))
        {
            yield return OwnEditionFault.SlugNotOwn;
        }

        List<StandardEdition> others = [.. owner.Editions, .. beside];
        var replaced = others.Find(other => other.Name == edition.Replaces);
        if (edition.Replaces is { } name && (replaced is null || !string.Equals(name.Slug, edition.Slug, StringComparison.Ordinal)))
        {
            yield return OwnEditionFault.ReplacesForeign;
        }

        if (others.Exists(other => other.Name == edition.Name))
        {
            yield return OwnEditionFault.NameTaken;
        }
        else if (others.Exists(other => string.Equals(other.Slug, edition.Slug, StringComparison.Ordinal) && other.Replaces == edition.Replaces))
        {
            yield return edition.Replaces is null ? OwnEditionFault.ReplacesMissing : OwnEditionFault.SucceededAlready;
        }

        if (owner.Written.Contains(edition.Slug))
        {
            yield return OwnEditionFault.BeingWritten;
        }

        foreach (var fault in FaultsOf(edition, owner.Kind, replaced))
        {
            yield return fault;
        }
    }
}
