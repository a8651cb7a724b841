using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Contests;

/// <summary>Pictures on their way ahead of their questions, for who has a seat: a hall has them when the question is opened, and nobody can read them before.</summary>
[Route("contests/{code}/parcels")]
public sealed class ContestParcelsController(FindContest find, ContestPictures pictures) : Controller
{
    [HttpGet, Public, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Index(string code, CancellationToken cancel) =>
        await find.SeatAsync(code, cancel) is var (room, _) ? Json(new { parcels = room.Parcels.Select(parcel => ContestView.AddressOf(room.Code, parcel)) }) : NotFound();

    [HttpGet("{id:length(32)}"), Public]
    public async Task<IActionResult> Show(string code, string id, CancellationToken cancel)
    {
        if (await find.SeatAsync(code, cancel) is not var (room, _) || room.Parcels.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal)) is not { } parcel
            || await pictures.FindAsync(parcel, cancel) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=172800, immutable";
        return File(bytes, "application/octet-stream");
    }
}
