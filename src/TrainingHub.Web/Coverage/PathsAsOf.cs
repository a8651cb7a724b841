using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

internal static class PathsAsOf
{
    extension(Db db)
    {
        /// <summary>The tree as it stood on the target's cut-off day, as we know it at the target's moment.</summary>
        public IQueryable<OrganizationPath> PathsOf(TargetSummary target)
        {
            var day = target.CutOff;
            return db.PathsKnown(target).Where(path => path.From <= day && day <= path.Until);
        }

        /// <summary>What organizations were, and were called, on the target's cut-off day, as we know it at the target's moment.</summary>
        public IQueryable<OrganizationDetails> DetailsOf(TargetSummary target)
        {
            var day = target.CutOff;
            return db.OrganizationDetails.KnownAt(target.Moment).Where(detail => detail.From <= day && day <= detail.Until);
        }

        /// <summary>The tree through all days, as we know it at the target's moment.</summary>
        public IQueryable<OrganizationPath> PathsKnown(TargetSummary target) => target.Moment is { } moment
            ? db.OrganizationPaths.Where(path => path.RecordedAt <= moment && (path.SupersededAt == null || moment < path.SupersededAt))
            : db.OrganizationPaths.Where(path => path.SupersededAt == null);
    }
}
