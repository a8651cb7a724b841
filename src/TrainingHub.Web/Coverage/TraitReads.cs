using TrainingHub.Organizations;

namespace TrainingHub.Coverage;

internal static class TraitReads
{
    extension(IQueryable<OrganizationDetails> details)
    {
        /// <summary>Those with the stage and the flag; of none those that have none at all. Null: whatever they have.</summary>
        public IQueryable<OrganizationDetails> With(SchoolStages? stage, OrganizationFlags? flag)
        {
            var staged = stage switch
            {
                null => details,
                SchoolStages.None => details.Where(d => d.Stages == SchoolStages.None),
                { } one => details.Where(d => (d.Stages & one) == one),
            };
            return flag switch
            {
                null => staged,
                OrganizationFlags.None => staged.Where(d => d.Flags == OrganizationFlags.None),
                { } one => staged.Where(d => (d.Flags & one) == one),
            };
        }
    }

    extension(IEnumerable<TraitSum> sums)
    {
        /// <summary>One sum for each stages and flags.</summary>
        public IEnumerable<TraitSum> Merged() => sums.GroupBy(sum => (sum.Stages, sum.Flags))
            .Select(some => new TraitSum(some.Key.Stages, some.Key.Flags, some.Sum(sum => sum.Units), CoverageFigure.Sum(some.Select(sum => sum.Figure))));
    }
}
