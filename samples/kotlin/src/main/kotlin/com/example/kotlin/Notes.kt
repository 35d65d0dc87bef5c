package com.example.kotlin

import com.sun.net.httpserver.HttpServer
import java.net.InetSocketAddress
import java.util.Locale
import kotlin.reflect.full.memberProperties

/** A note, which is told of by way of Kotlin's reflection. */
data class Note(val title: String, val stars: Int)

private val NOTES = sequenceOf(Note("milk", 1), Note("jacket", 3)).sortedByDescending { it.stars }

/** All properties of a note, found by reflection, as `name=value`. */
fun describe(note: Note): String =
    Note::class.memberProperties.sortedBy { it.name }.joinToString { "${it.name}=${it.get(note)}" }

/** Serves on the port that the environment variable `PORT` names, or 8080. */
fun main() {
    val port = System.getenv("PORT")?.toInt() ?: 8080
    val server = HttpServer.create(InetSocketAddress(port), 0)
    server.createContext("/notes") { exchange ->
        val wanted = exchange.requestURI.query?.lowercase(Locale.ROOT)?.toRegex() ?: Regex(".*")
        val body = NOTES.filter { wanted.matches(it.title) }.joinToString("\n", transform = ::describe)
        exchange.use {
            it.sendResponseHeaders(200, 0)
            it.responseBody.write(body.toByteArray())
        }
    }
    server.start()
    println("open on port $port")
}
