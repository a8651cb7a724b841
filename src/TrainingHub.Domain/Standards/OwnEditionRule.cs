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
    }
}
