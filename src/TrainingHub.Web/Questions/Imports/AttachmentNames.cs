using Microsoft.Net.Http.Headers;

namespace TrainingHub.Questions.Imports;

/// <summary>Head of a file that is saved, not shown. Its name may be Chinese.</summary>
internal static class AttachmentNames
{
    public static string Of(string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        return disposition.ToString();
    }
}
