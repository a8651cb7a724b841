using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddJudgesWhoLeave : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "KeepsSheets",
                table: "SpeechJudges",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeftAt",
                table: "SpeechJudges",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeftBecause",
                table: "SpeechJudges",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "LeftBy",
                table: "SpeechJudges",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MediaType",
                table: "SpeechEntries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Uploads",
                table: "SpeechEntries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "SpeechRecordings",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpeechRecordings", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_SpeechRecordings_SpeechEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "SpeechEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SpeechRecordings");

            migrationBuilder.DropColumn(
                name: "KeepsSheets",
                table: "SpeechJudges");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "SpeechJudges");

            migrationBuilder.DropColumn(
                name: "LeftBecause",
                table: "SpeechJudges");

            migrationBuilder.DropColumn(
                name: "LeftBy",
                table: "SpeechJudges");

            migrationBuilder.DropColumn(
                name: "MediaType",
                table: "SpeechEntries");

            migrationBuilder.DropColumn(
                name: "Uploads",
                table: "SpeechEntries");
        }
    }
}
