using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Contests;

/// <summary>Pictures of the questions that were opened; one that comes later is not found, whoever asks.</summary>
[Route("contests/{code}/pictures/{file:length(64)}")]
public sealed class ContestPicturesController(FindContest find, ContestRooms rooms, ContestPictures pictures) : Controller
{
    [HttpGet, Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, string file, CancellationToken cancel)
    {
        var room = (await find.SeatAsync(code, cancel))?.Room ?? (await find.HeldAsync(code, cancel) is { } held ? await rooms.FindAsync(held.Id, cancel) : null);
        var opened = room?.Read(state => state.Questions.Select(question => question.Number).ToHashSet());
        var picture = room?.Cards.Where(card => opened is not null && opened.Contains(card.Number)).SelectMany(card => card.Question.Prompt.AllPictures)
            .FirstOrDefault(one => string.Equals(one.File, file, StringComparison.Ordinal));
        if (picture is null || await pictures.FindAsync(picture.File, cancel) is not { } bytes)
        {
            return NotFound();
        }

        // Its address is the digest of its bytes, and opens only once the question was shown.
        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return File(bytes, picture.Type);
    }
}
