using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Whose banks a unit reads: its own and those of the units above it. What lies beside or below it is not its own.</summary>
internal static class BankReach
{
    extension(Db db)
    {
        /// <summary>The unit itself, then the units above it on that day, the nearest first.</summary>
        public async Task<IReadOnlyList<Guid>> BanksAboveAsync(Guid organizationId, DateOnly day, CancellationToken cancel) =>
            await db.OrganizationPaths
                .Where(path => path.DescendantId == organizationId && path.SupersededAt == null && path.From <= day && day <= path.Until)
                .OrderBy(path => path.Depth).Select(path => path.AncestorId).ToListAsync(cancel);
    }
}
