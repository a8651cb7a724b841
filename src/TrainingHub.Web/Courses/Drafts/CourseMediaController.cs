using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TrainingHub.Account;
using TrainingHub.Courseware.Media;

namespace TrainingHub.Courses.Drafts;

/// <summary>Pictures and videos of lessons. An address names the content, so it may be kept for good.</summary>
[Route("courses/{slug}/files/{hash:length(64)}/{name}")]
public sealed class CourseMediaController(CourseMediaQuery media) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(string slug, string hash, string name, CancellationToken cancel)
    {
        if (await media.FindAsync(slug, hash, name, cancel) is not { } copy)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return PhysicalFile(copy.Path, MediaKinds.ContentType(copy.Kind), lastModified: null, new EntityTagHeaderValue($"\"{copy.Hash}\""), enableRangeProcessing: true);
    }
}
