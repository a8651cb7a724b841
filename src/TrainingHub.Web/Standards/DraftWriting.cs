using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>What every action on a draft does.</summary>
internal static class DraftWriting
{
    extension(EditionDraft draft)
    {
        /// <summary>The edition as it stands.</summary>
        public StandardEdition Written => JsonSerializer.Deserialize<StandardEdition>(draft.Content) ?? throw new InvalidOperationException($"Draft {draft.Id} has no content.");

        /// <summary>Takes over what was written.</summary>
        public void Take(StandardEdition edition, EditionReaders readers)
        {
            (draft.Content, draft.Readers) = (JsonSerializer.Serialize(edition), readers);
            (draft.Title, draft.NormalizedTitle, draft.Edition, draft.Kind) = (edition.Title, NameFolding.Fold(edition.Title), edition.Edition, edition.Kind);
        }
    }

    extension(Db db)
    {
        /// <summary>Saves a new draft; whoever took the same name first keeps it, and the action is run again.</summary>
        public async Task AddDraftAsync(EditionDraft draft, CancellationToken cancel)
        {
            db.EditionDrafts.Add(draft);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                throw new RepeatTransactionException($"A draft of {draft.Slug} was begun at the same time.");
            }
        }

        /// <summary>Who saved the draft last, and when.</summary>
        public async Task<LastChange> LastChangeOfAsync(EditionDraft draft, CancellationToken cancel) =>
            new(await db.People.Where(person => person.Id == draft.WrittenBy).Select(person => person.Name).SingleOrDefaultAsync(cancel), draft.WrittenAt);
    }
}
